using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PriceHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PriceOf",
                table: "History",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_History_PriceOf",
                table: "History",
                column: "PriceOf");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_History_PriceOf",
                table: "History");

            migrationBuilder.DropColumn(
                name: "PriceOf",
                table: "History");
        }
    }
}

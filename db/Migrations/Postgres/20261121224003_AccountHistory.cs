using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AccountHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "AccountOf",
                table: "History",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_History_AccountOf",
                table: "History",
                column: "AccountOf");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_History_AccountOf",
                table: "History");

            migrationBuilder.DropColumn(
                name: "AccountOf",
                table: "History");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AgreedPrices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AboutJson",
                table: "Operations",
                type: "TEXT",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "TotalOwed",
                table: "Operations",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AboutJson",
                table: "Operations");

            migrationBuilder.DropColumn(
                name: "TotalOwed",
                table: "Operations");
        }
    }
}

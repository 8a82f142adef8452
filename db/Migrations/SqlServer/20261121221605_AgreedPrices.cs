using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.SqlServer
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
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<decimal>(
                name: "TotalOwed",
                table: "Operations",
                type: "decimal(18,4)",
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

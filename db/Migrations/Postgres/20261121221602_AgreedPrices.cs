using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.Postgres
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
                type: "text",
                maxLength: -1,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<decimal>(
                name: "TotalOwed",
                table: "Operations",
                type: "numeric(18,4)",
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

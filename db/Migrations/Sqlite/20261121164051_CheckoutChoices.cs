using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CheckoutChoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_HoldId",
                table: "Orders");

            migrationBuilder.AddColumn<int>(
                name: "HoldTake",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Takes",
                table: "Holds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "OnOpenAnswer",
                table: "Carts",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SealedCustomer",
                table: "Carts",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Orders_HoldId_HoldTake",
                table: "Orders",
                columns: new[] { "HoldId", "HoldTake" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_HoldId_HoldTake",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "HoldTake",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Takes",
                table: "Holds");

            migrationBuilder.DropColumn(
                name: "OnOpenAnswer",
                table: "Carts");

            migrationBuilder.DropColumn(
                name: "SealedCustomer",
                table: "Carts");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_HoldId",
                table: "Orders",
                column: "HoldId",
                unique: true);
        }
    }
}

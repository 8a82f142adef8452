using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ItemsInLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ReturnId",
                table: "Items",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SaleId",
                table: "Items",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CreditTurn",
                table: "Agencies",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_Items_ReturnId",
                table: "Items",
                column: "ReturnId");

            migrationBuilder.CreateIndex(
                name: "IX_Items_SaleId",
                table: "Items",
                column: "SaleId");

            migrationBuilder.AddForeignKey(
                name: "FK_Items_LedgerTransactions_ReturnId",
                table: "Items",
                column: "ReturnId",
                principalTable: "LedgerTransactions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Items_LedgerTransactions_SaleId",
                table: "Items",
                column: "SaleId",
                principalTable: "LedgerTransactions",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Items_LedgerTransactions_ReturnId",
                table: "Items");

            migrationBuilder.DropForeignKey(
                name: "FK_Items_LedgerTransactions_SaleId",
                table: "Items");

            migrationBuilder.DropIndex(
                name: "IX_Items_ReturnId",
                table: "Items");

            migrationBuilder.DropIndex(
                name: "IX_Items_SaleId",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "ReturnId",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "SaleId",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "CreditTurn",
                table: "Agencies");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeepDeadlines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_State",
                table: "Orders");

            migrationBuilder.AddColumn<Guid>(
                name: "RefundOf",
                table: "Payments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextConvertAt",
                table: "Orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextReminderAt",
                table: "Orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Payments_RefundOf",
                table: "Payments",
                column: "RefundOf");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_NextConvertAt",
                table: "Orders",
                column: "NextConvertAt");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_NextReminderAt",
                table: "Orders",
                column: "NextReminderAt");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_State_KeptUntil",
                table: "Orders",
                columns: new[] { "State", "KeptUntil" });

            migrationBuilder.AddForeignKey(
                name: "FK_Payments_Payments_RefundOf",
                table: "Payments",
                column: "RefundOf",
                principalTable: "Payments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Payments_Payments_RefundOf",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Payments_RefundOf",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_Orders_NextConvertAt",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_NextReminderAt",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_State_KeptUntil",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "RefundOf",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "NextConvertAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "NextReminderAt",
                table: "Orders");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_State",
                table: "Orders",
                column: "State");
        }
    }
}

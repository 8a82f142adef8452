using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Enablement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "BookingFrom",
                table: "Sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BookingUntil",
                table: "Sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsNew",
                table: "Promoters",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "Promoters",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "SwitchOf",
                table: "History",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsNew",
                table: "Channels",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "Channels",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "ChannelId",
                table: "Agencies",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EventExceptions",
                columns: table => new
                {
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Selling = table.Column<bool>(type: "boolean", nullable: true),
                    Booking = table.Column<bool>(type: "boolean", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EventExceptions", x => new { x.EventId, x.OwnerId });
                    table.ForeignKey(
                        name: "FK_EventExceptions_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_History_SwitchOf",
                table: "History",
                column: "SwitchOf");

            migrationBuilder.CreateIndex(
                name: "IX_Agencies_ChannelId",
                table: "Agencies",
                column: "ChannelId");

            migrationBuilder.AddForeignKey(
                name: "FK_Agencies_Channels_ChannelId",
                table: "Agencies",
                column: "ChannelId",
                principalTable: "Channels",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Agencies_Channels_ChannelId",
                table: "Agencies");

            migrationBuilder.DropTable(
                name: "EventExceptions");

            migrationBuilder.DropIndex(
                name: "IX_History_SwitchOf",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_Agencies_ChannelId",
                table: "Agencies");

            migrationBuilder.DropColumn(
                name: "BookingFrom",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "BookingUntil",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "IsNew",
                table: "Promoters");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Promoters");

            migrationBuilder.DropColumn(
                name: "SwitchOf",
                table: "History");

            migrationBuilder.DropColumn(
                name: "IsNew",
                table: "Channels");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Channels");

            migrationBuilder.DropColumn(
                name: "ChannelId",
                table: "Agencies");
        }
    }
}

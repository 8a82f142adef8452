using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class OneCatalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sessions_StartLocal",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Events_CheapestFirst",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_DearestFirst",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "HasPrice",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "SortPrice",
                table: "Events");

            migrationBuilder.AddColumn<string>(
                name: "FromCurrency",
                table: "Sessions",
                type: "character varying(3)",
                maxLength: 3,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<decimal>(
                name: "FromPrice",
                table: "Sessions",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "GroupId",
                table: "Sessions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasPrice",
                table: "Sessions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsListed",
                table: "Sessions",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsOffered",
                table: "Sessions",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ListedFrom",
                table: "Sessions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "ListedUntil",
                table: "Sessions",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<DateTime>(
                name: "PricedAt",
                table: "Sessions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SortPrice",
                table: "Sessions",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "StockHint",
                table: "Sessions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Events",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "Zone");

            migrationBuilder.AddColumn<string>(
                name: "NoBooking",
                table: "Events",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "GroupPins",
                columns: table => new
                {
                    ListingId = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupPins", x => x.ListingId);
                    table.ForeignKey(
                        name: "FK_GroupPins_Events_EventId",
                        column: x => x.EventId,
                        principalTable: "Events",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_CheapestFirst",
                table: "Sessions",
                columns: new[] { "IsListed", "HasPrice", "SortPrice" },
                descending: new[] { false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_DearestFirst",
                table: "Sessions",
                columns: new[] { "IsListed", "HasPrice", "SortPrice" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_EventId_IsListed",
                table: "Sessions",
                columns: new[] { "EventId", "IsListed" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_EventId_StartLocal",
                table: "Sessions",
                columns: new[] { "EventId", "StartLocal" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_GroupId",
                table: "Sessions",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Soonest",
                table: "Sessions",
                columns: new[] { "IsListed", "ListedFrom", "ListedUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Events_Kind",
                table: "Events",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_GroupPins_EventId",
                table: "GroupPins",
                column: "EventId");
            // What the new columns hold comes with the next reading of everything.
            migrationBuilder.Sql("UPDATE \"Connections\" SET \"CatalogMark\" = NULL, \"CatalogReadAt\" = NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GroupPins");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_CheapestFirst",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_DearestFirst",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_EventId_IsListed",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_EventId_StartLocal",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_GroupId",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Sessions_Soonest",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Events_Kind",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "FromCurrency",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "FromPrice",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "HasPrice",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "IsListed",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "IsOffered",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ListedFrom",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ListedUntil",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "PricedAt",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "SortPrice",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "StockHint",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "NoBooking",
                table: "Events");

            migrationBuilder.AddColumn<bool>(
                name: "HasPrice",
                table: "Events",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "SortPrice",
                table: "Events",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_StartLocal",
                table: "Sessions",
                column: "StartLocal");

            migrationBuilder.CreateIndex(
                name: "IX_Events_CheapestFirst",
                table: "Events",
                columns: new[] { "HasPrice", "SortPrice" },
                descending: new[] { true, false });

            migrationBuilder.CreateIndex(
                name: "IX_Events_DearestFirst",
                table: "Events",
                columns: new[] { "HasPrice", "SortPrice" },
                descending: new bool[0]);
        }
    }
}

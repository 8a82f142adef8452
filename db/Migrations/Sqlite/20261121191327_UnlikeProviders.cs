using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UnlikeProviders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "DeliveryCost",
                table: "Orders",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "DeliveryJson",
                table: "Orders",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LetGoAt",
                table: "Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PreparedAt",
                table: "Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SealedBody",
                table: "Orders",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Barcode",
                table: "Items",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "KeptUntil",
                table: "Items",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OperationId",
                table: "Items",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BuyerAcceptedAt",
                table: "Holds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "DeliveryCost",
                table: "Holds",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<DateTime>(
                name: "FrozenAt",
                table: "Holds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Warning",
                table: "Holds",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BuyerChangedAt",
                table: "Carts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DeliveryJson",
                table: "Carts",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "OnRefusal",
                table: "Carts",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SealedBuyer",
                table: "Carts",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlacesJson",
                table: "CartLines",
                type: "TEXT",
                maxLength: -1,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SeatsJson",
                table: "CartLines",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "Together",
                table: "CartLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OnRefusal",
                table: "Bookings",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SealedBuyer",
                table: "Bookings",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Operations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    OurReference = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    IsUndo = table.Column<bool>(type: "INTEGER", nullable: false),
                    RawStatus = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    RefusedFor = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    RefusedDetail = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Returned = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Question_Asked = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Question_AskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Question_Looks = table.Column<int>(type: "INTEGER", nullable: false),
                    Question_NextLookAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Question_NothingSeen = table.Column<int>(type: "INTEGER", nullable: false),
                    Question_OwnedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Question_Owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    Question_SilentSince = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Operations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Operations_Orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "Orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OperationReferences",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OperationReferences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OperationReferences_Operations_OperationId",
                        column: x => x.OperationId,
                        principalTable: "Operations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Items_OperationId",
                table: "Items",
                column: "OperationId");

            migrationBuilder.CreateIndex(
                name: "IX_OperationReferences_OperationId",
                table: "OperationReferences",
                column: "OperationId");

            migrationBuilder.CreateIndex(
                name: "IX_Operations_OrderId",
                table: "Operations",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_Operations_OurReference",
                table: "Operations",
                column: "OurReference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Operations_State",
                table: "Operations",
                column: "State");

            migrationBuilder.AddForeignKey(
                name: "FK_Items_Operations_OperationId",
                table: "Items",
                column: "OperationId",
                principalTable: "Operations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Items_Operations_OperationId",
                table: "Items");

            migrationBuilder.DropTable(
                name: "OperationReferences");

            migrationBuilder.DropTable(
                name: "Operations");

            migrationBuilder.DropIndex(
                name: "IX_Items_OperationId",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "DeliveryCost",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "DeliveryJson",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "LetGoAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "PreparedAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "SealedBody",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Barcode",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "KeptUntil",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "OperationId",
                table: "Items");

            migrationBuilder.DropColumn(
                name: "BuyerAcceptedAt",
                table: "Holds");

            migrationBuilder.DropColumn(
                name: "DeliveryCost",
                table: "Holds");

            migrationBuilder.DropColumn(
                name: "FrozenAt",
                table: "Holds");

            migrationBuilder.DropColumn(
                name: "Warning",
                table: "Holds");

            migrationBuilder.DropColumn(
                name: "BuyerChangedAt",
                table: "Carts");

            migrationBuilder.DropColumn(
                name: "DeliveryJson",
                table: "Carts");

            migrationBuilder.DropColumn(
                name: "OnRefusal",
                table: "Carts");

            migrationBuilder.DropColumn(
                name: "SealedBuyer",
                table: "Carts");

            migrationBuilder.DropColumn(
                name: "PlacesJson",
                table: "CartLines");

            migrationBuilder.DropColumn(
                name: "SeatsJson",
                table: "CartLines");

            migrationBuilder.DropColumn(
                name: "Together",
                table: "CartLines");

            migrationBuilder.DropColumn(
                name: "OnRefusal",
                table: "Bookings");

            migrationBuilder.DropColumn(
                name: "SealedBuyer",
                table: "Bookings");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.SqlServer
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
                type: "decimal(18,4)",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "DeliveryJson",
                table: "Orders",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "LetGoAt",
                table: "Orders",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PreparedAt",
                table: "Orders",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SealedBody",
                table: "Orders",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Barcode",
                table: "Items",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "KeptUntil",
                table: "Items",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OperationId",
                table: "Items",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BuyerAcceptedAt",
                table: "Holds",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "DeliveryCost",
                table: "Holds",
                type: "decimal(18,4)",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<DateTime>(
                name: "FrozenAt",
                table: "Holds",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Warning",
                table: "Holds",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateTime>(
                name: "BuyerChangedAt",
                table: "Carts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DeliveryJson",
                table: "Carts",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "OnRefusal",
                table: "Carts",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SealedBuyer",
                table: "Carts",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "PlacesJson",
                table: "CartLines",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "SeatsJson",
                table: "CartLines",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "Together",
                table: "CartLines",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OnRefusal",
                table: "Bookings",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SealedBuyer",
                table: "Bookings",
                type: "nvarchar(max)",
                maxLength: -1,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "Operations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OrderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    OurReference = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Attempt = table.Column<int>(type: "int", nullable: false),
                    IsUndo = table.Column<bool>(type: "bit", nullable: false),
                    RawStatus = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    RefusedFor = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    RefusedDetail = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Returned = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Question_Asked = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Question_AskedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Question_Looks = table.Column<int>(type: "int", nullable: false),
                    Question_NextLookAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Question_NothingSeen = table.Column<int>(type: "int", nullable: false),
                    Question_OwnedUntil = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Question_Owner = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Question_SilentSince = table.Column<DateTime>(type: "datetime2", nullable: true)
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    OperationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Value = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2")
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

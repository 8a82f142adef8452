using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Db.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SortsAndSales : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "HasPrice",
                table: "Events",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "SortPrice",
                table: "Events",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            // Written by hand: what is listed already is sorted at once, not after its next refresh. In an EXEC, because a batch
            // that is read as a whole knows no column that it adds itself.
            migrationBuilder.Sql("EXEC(N'UPDATE [Events] SET [HasPrice] = 1, [SortPrice] = CAST([FromPrice] * 10000 AS bigint) WHERE [FromPrice] IS NOT NULL')");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_AgencyId_CommittedAt",
                table: "Orders",
                columns: new[] { "AgencyId", "CommittedAt" });

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

            migrationBuilder.CreateIndex(
                name: "IX_Events_IsPopular",
                table: "Events",
                column: "IsPopular");

            migrationBuilder.CreateIndex(
                name: "IX_Events_PlainName",
                table: "Events",
                column: "PlainName");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Orders_AgencyId_CommittedAt",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Events_CheapestFirst",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_DearestFirst",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_IsPopular",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_PlainName",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "HasPrice",
                table: "Events");

            migrationBuilder.DropColumn(
                name: "SortPrice",
                table: "Events");
        }
    }
}

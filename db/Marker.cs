namespace Portal.Db;

internal static class Marker;

namespace Portal.Sandbox;

/// <summary>Names this assembly for the test that states which project may see which.</summary>
public static class AssemblyMarker;

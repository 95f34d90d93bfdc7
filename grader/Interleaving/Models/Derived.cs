namespace Interleaving.Models;

/// <summary>Objects of classes of the program's own that derive from one that a model stands in for.</summary>
internal static class Derived
{
    /// <summary>Whether the program may have overridden what the platform's class calls, as <c>Dispose(bool)</c>.</summary>
    public static bool Is<T>(T self)
        where T : class => self.GetType().Assembly != typeof(T).Assembly;
}

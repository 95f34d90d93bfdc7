namespace Field;

/// <summary>Prints a line a check, and counts.</summary>
internal sealed class Checks
{
    public int Failed { get; private set; }

    public void Add(bool holds, string name, string found)
    {
        if (!holds)
            Failed++;
        Console.WriteLine(holds ? $"ok {name}" : $"NO {name}: {found.Replace("\n", "\n   ", StringComparison.Ordinal)}");
    }
}

using System.ComponentModel;

namespace Grader.Configuration;

/// <summary>What <c>katas/README.md</c> says of a kata; its tables are drawn from here.</summary>
internal sealed record Lesson(
    [property: Description("The table that it stands in.")]
    Level Level,
    [property: Description("What one learns, as half a sentence.")]
    string Learn,
    [property: Description("What it is in Python's asyncio.")]
    string Asyncio,
    [property: Description("What one uses in C#.")]
    string Csharp,
    [property: Description("Its place in the table, from 1; at the end unless given.")]
    int? Place = null);

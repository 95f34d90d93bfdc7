namespace Interleaving.Scheduling;

/// <summary>The rule of .NET's memory model that a racing program would have needed (see <see cref="Races.Publication"/>).</summary>
internal enum RaceRule
{
    /// <summary>Nothing more is known than that nothing orders the two.</summary>
    None,

    /// <summary>A reference is written by two, one of which had read it before.</summary>
    ReadThenWritten,

    /// <summary>A reference is read again and again until it changes.</summary>
    Polled,

    /// <summary>A reference is read twice, and is another at the second time.</summary>
    ReadTwice,

    /// <summary>The object's reference was assigned before the object was complete.</summary>
    AfterPublication,

    /// <summary>A plain <see langword="bool"/> says that something else is ready.</summary>
    Flag,

    /// <summary>A value is not written at once.</summary>
    Struct,
}

using System.ComponentModel;

namespace Grader.Configuration;

/// <summary>What a kata allows or forbids beyond the common policy. Its own word comes first.</summary>
internal sealed record KataPolicy(
    [property: Description("Types or members that this kata allows besides: System.IO.StreamReader, or System.Xml.* for all under a name.")]
    IReadOnlyList<string>? Allow = null,
    [property: Description("Types or members that would give the kata's answer away, or miss its point.")]
    IReadOnlyList<ForbiddenMember>? Forbid = null);

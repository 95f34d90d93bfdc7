namespace Interleaving.Weaving;

/// <summary>A place in the source of woven code.</summary>
/// <param name="File">The file's name as the debug symbols give it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Kind">What stands there: "read", "write", "call", …</param>
/// <param name="Member">The field or method: "Account.balance".</param>
/// <param name="Method">The method that the place is in.</param>
public sealed record Site(string File, int Line, string Kind, string Member, string Method);

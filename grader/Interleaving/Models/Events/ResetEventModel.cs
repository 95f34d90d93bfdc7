namespace Interleaving.Models.Events;

/// <summary>The two events that add nothing but their mode.</summary>
[Models(typeof(ManualResetEvent), Passes = [".ctor"])]
[Models(typeof(AutoResetEvent), Passes = [".ctor"])]
internal static class ResetEventModel;

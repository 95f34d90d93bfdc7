using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Tests.Counterexamples;

/// <summary>What woven code would do, by hand: accesses with values at numbered lines.</summary>
internal static class Script
{
    public const int TestLine = First, ReadLine = First + 1, WriteLine = First + 2, LockLine = First + 3,
        EnterLine = First + 4, CallLine = First + 5, ElementLine = First + 6, CapturedLine = First + 7, ListLine = First + 8,
        HiddenLine = First + 9;

    /// <summary>Far above the numbers that weaving in other tests uses.</summary>
    private const int First = 60_000;

    private static readonly Lazy<bool> Registered = new(Register);

    /// <summary>Makes the lines known; call it before the table is drawn.</summary>
    public static void Prepare() => Registered.Value.ShouldBeTrue();

    private static bool Register()
    {
        Sites.Register(
        First,
        [
            Place("LostUpdateTests.cs", 20, SiteKind.Call, "Task.Run", "LostUpdateTests.Both_count"),
            Place("LostUpdate.cs", 14, SiteKind.Read, "balance", "Account.Deposit"),
            Place("LostUpdate.cs", 15, SiteKind.Write, "balance", "Account.Deposit"),
            Place("LostUpdate.cs", 13, SiteKind.Call, "Monitor.Enter", "Account.Deposit"),
            Place("LostUpdate.cs", 12, SiteKind.Enter, "Account.Deposit", "Account.Deposit"),
            Place("LostUpdate.cs", 18, SiteKind.Call, "Interlocked.Increment", "Account.Deposit"),
            Place("LostUpdate.cs", 21, SiteKind.Write, "numbers[i]", "Account.Sum"),
            Place("LostUpdateTests.cs", 21, SiteKind.Read, "account", "LostUpdateTests.Both_count"),
            Place("LostUpdate.cs", 24, SiteKind.Call, "List.Add", "Account.Log"),
            new Site("", 0, SiteKind.Write, "secret", "the hidden test"),
        ]);
        return true;
    }

    public static void Read(this Operation operation, int site, object target, object? value, nint offset = 0) =>
        operation.Access(StepKind.Read, site, target, value, offset);

    public static void Write(this Operation operation, int site, object target, object? value, nint offset = 0) =>
        operation.Access(StepKind.Write, site, target, value, offset);

    public static void Enter(this Operation operation, params object?[] arguments) =>
        operation.Execution.Recorder!.Entered(operation, EnterLine, arguments);

    private static void Access(this Operation operation, StepKind kind, int site, object target, object? value, nint offset)
    {
        operation.Site = site;
        operation.Execution.Yield(operation, new Step(kind, target, offset, site, Plain: true));
        operation.Execution.Recorder?.Accessed(operation, site, kind == StepKind.Write, value);
    }

    private static Site Place(string file, int line, SiteKind kind, string member, string method) =>
        new("/src/" + file, line, kind, member, method);
}

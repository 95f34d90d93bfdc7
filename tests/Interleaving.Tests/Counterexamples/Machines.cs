using System.Reflection;

namespace Interleaving.Tests.Counterexamples;

/// <summary>State machines as the compiler makes them, so that their names and fields are what they really are.</summary>
internal static class Machines
{
    public static object Deposit(int amount)
    {
        var machine = New(nameof(DepositAsync));
        machine.GetType().GetField("amount")!.SetValue(machine, amount);
        return machine;
    }

    public static object Test() => New(nameof(TestAsync));

    private static object New(string method) => Activator.CreateInstance(
        typeof(Machines).GetNestedTypes(BindingFlags.NonPublic).Single(type => type.Name.StartsWith($"<{method}>", StringComparison.Ordinal)))!;

    private static async Task<int> DepositAsync(int amount)
    {
        await Task.CompletedTask;
        return amount;
    }

    private static async Task TestAsync() => await DepositAsync(0);
}

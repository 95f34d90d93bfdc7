using System.Runtime.Loader;
using Interleaving.Scheduling;
using Interleaving.Weaving;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Interleaving.Tests.Weaving;

/// <summary>
/// The platform's checks: what stands in place of an instruction makes each that the instruction makes. A check left out lets safe
/// C# take an object for what it is not.
/// </summary>
public sealed class ReplacedInstructionTests
{
    private static readonly Lazy<Type> Plain = new(() =>
    {
        var (image, _) = Snippet.Compile(InstructionPrograms.Source, "Instructions");
        return new AssemblyLoadContext("plain").LoadFromStream(new MemoryStream(image)).GetType("P")!;
    });

    private static IEnumerable<TestCaseData> Programs =>
        InstructionPrograms.All.Select((one, i) => new TestCaseData(i).SetArgDisplayNames(one.Name));

    [TestCaseSource(nameof(Programs))]
    public void Is_checked_as_by_the_platform(int program)
    {
        var expected = Outcome(Plain.Value.GetMethod("Program" + program)!.CreateDelegate<Func<object?>>());
        var woven = Snippet.Load(InstructionPrograms.Source).Method<Func<object?>>("Program" + program);

        Outcome(woven).ShouldBe(expected, "not under control");
        var controlled = "";
        Explorer.Explore(() => controlled = Outcome(woven), new ExplorationOptions { Schedules = 1 }).Message.ShouldBe("");
        controlled.ShouldBe(expected, "under control");
    }

    /// <summary>An instruction that the weaver replaces from today on is listed there, and so has programs here.</summary>
    [Test]
    public void Every_instruction_that_is_replaced_has_programs()
    {
        var (image, _) = Snippet.Compile(InstructionPrograms.Source, "Listed");
        using var assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(image));
        var met = assembly.MainModule.GetAllTypes().SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions).Select(instruction => instruction.OpCode.Code).ToHashSet();

        ElementCodes.Replaced.Except(met).ShouldBeEmpty();
    }

    [Test]
    public void Some_of_them_are_stopped_and_some_are_not()
    {
        var outcomes = Enumerable.Range(0, InstructionPrograms.All.Count)
            .Select(i => Outcome(Plain.Value.GetMethod("Program" + i)!.CreateDelegate<Func<object?>>())).ToList();
        outcomes.Count(one => one == nameof(ArrayTypeMismatchException)).ShouldBeGreaterThan(10);
        outcomes.Count(one => one == nameof(NullReferenceException)).ShouldBeGreaterThan(20);
        outcomes.Count(one => one == nameof(IndexOutOfRangeException)).ShouldBeGreaterThan(8);
        outcomes.Count(one => one == nameof(InvalidCastException)).ShouldBeGreaterThan(4);
        outcomes.Count(one => !one.EndsWith("Exception", StringComparison.Ordinal)).ShouldBeGreaterThan(15);
    }

    private static string Outcome(Func<object?> program)
    {
        try
        {
            return program()?.ToString() ?? "null";
        }
        catch (Exception e) when (e is not ExecutionAbortedException)
        {
            return e.GetType().Name;
        }
    }
}

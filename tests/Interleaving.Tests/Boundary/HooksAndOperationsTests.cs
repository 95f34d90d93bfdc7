using Interleaving.Scheduling;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Interleaving.Tests.Boundary;

/// <summary>There is one way to one's operation, and on a thread that has none it ends what is under way (see <see cref="Outside"/>).</summary>
public sealed class HooksAndOperationsTests
{
    private static readonly AssemblyDefinition Engine = AssemblyDefinition.ReadAssembly(typeof(Explorer).Assembly.Location);

    /// <summary>Hooks that make a check of the platform's, count, or wrap a delegate, whoever runs them.</summary>
    private static readonly string[] Pure =
    [
        "BeginExecution", "Behind", "NotNull", "NotNullVirtually", "OrLengthOfReadOnlySpan", "OrLengthOfSpan", "OwnToAwait", "OwnToWaitFor", "RaisedTo",
        "ShiftedBy", "ToAwait", "ToWaitFor",
    ];

    [OneTimeTearDown]
    public void Close() => Engine.Dispose();

    [Test]
    public void Every_hook_asks_for_its_operation()
    {
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        var hooks = Engine.MainModule.GetType(typeof(Instrumentation.Hooks).FullName).Methods.Where(method => method is { IsPublic: true, IsConstructor: false });
        hooks.Where(hook => !Asks(hook, known)).Select(hook => hook.Name).Order(StringComparer.Ordinal).ShouldBe(Pure);
    }

    [Test]
    public void Only_the_engine_itself_looks_without_asking()
    {
        var looks = Engine.MainModule.GetAllTypes().SelectMany(type => type.Methods)
            .Where(method => method.HasBody && Calls(method).Any(static name => name is "get_Here" or "set_Here"));
        looks.Select(method => Outermost(method.DeclaringType)).Where(static type => type.FullName.Contains(".Models.", StringComparison.Ordinal) || type.Name == "Hooks")
            .Select(static type => type.Name).Distinct().ShouldBe(["WayBack"]);
    }

    private static bool Asks(MethodDefinition method, Dictionary<string, bool> known)
    {
        if (known.TryGetValue(method.FullName, out var asks))
            return asks;
        known[method.FullName] = false;
        foreach (var instruction in method.HasBody ? method.Body.Instructions.ToArray() : [])
        {
            if (instruction.Operand is not MethodReference callee || callee.DeclaringType.GetElementType().Scope != callee.Module)
                continue;
            if (callee.Name == "get_Current" && callee.DeclaringType.FullName == typeof(Operation).FullName)
                return known[method.FullName] = true;
            if (callee.Resolve() is { } called && Asks(called, known))
                return known[method.FullName] = true;
        }

        return false;
    }

    private static IEnumerable<string> Calls(MethodDefinition method) => method.Body.Instructions
        .Select(instruction => instruction.Operand).OfType<MethodReference>()
        .Where(callee => callee.DeclaringType.FullName == typeof(Operation).FullName)
        .Select(callee => callee.Name);

    private static TypeDefinition Outermost(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }
}

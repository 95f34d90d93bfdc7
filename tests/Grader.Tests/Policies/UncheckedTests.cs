using Grader.Policies;
using Mono.Cecil;

namespace Grader.Tests.Policies;

/// <summary>Nothing of the platform that reaches unchecked memory is let in, in this runtime or by the next one.</summary>
public sealed class UncheckedTests
{
    /// <summary>Where the word means that the execution context does not go along.</summary>
    private static readonly string[] WithoutContext =
        ["UnsafeQueueUserWorkItem", "UnsafeRegisterWaitForSingleObject", "UnsafeStart", "UnsafeRegister", "UnsafeOnCompleted", "AwaitUnsafeOnCompleted"];

    [Test]
    public void No_member_of_the_platform_that_says_so_is_allowed() => Members()
        .Where(method => method.Name.Contains("Unsafe", StringComparison.Ordinal) || method.Name.Contains("Dangerous", StringComparison.Ordinal)
            || method.Parameters.Append(new ParameterDefinition(method.ReturnType)).Any(parameter => parameter.ParameterType.FullName.Contains('*', StringComparison.Ordinal)))
        .Where(method => !WithoutContext.Contains(method.Name) && !IsStackalloc(method) && RuleBook.Common.Of(method).Kind == RuleKind.Allowed)
        .Select(method => method.FullName).ShouldBeEmpty();

    /// <summary>What the compiler makes of stackalloc and of constant data; no submission can name an address to give it.</summary>
    private static bool IsStackalloc(MethodDefinition method) => method is { IsConstructor: true, DeclaringType.FullName: "System.Span`1" or "System.ReadOnlySpan`1" };

    /// <summary>A reference and how many elements behind it: no signature of this kind is let in, whatever it is called.</summary>
    [Test]
    public void No_member_counts_from_a_reference() => Members()
        .Where(method => method.Parameters.Any(parameter => parameter.ParameterType.IsByReference && parameter.ParameterType.GetElementType().Name is not ("IntPtr" or "UIntPtr"))
            && method.Parameters.Any(parameter => parameter.ParameterType.Name is "IntPtr" or "UIntPtr"))
        .Where(method => RuleBook.Common.Of(method).Kind == RuleKind.Allowed).Select(method => method.FullName).ShouldBeEmpty();

    [TestCase("System.Numerics", "Vector9", "LoadUnsafe")]
    [TestCase("System.Collections.Generic", "List", "DangerousItem")]
    [TestCase("System.Threading", "Monitor", "UnsafeEnter")]
    public void What_the_next_runtime_adds_is_refused(string space, string type, string member)
    {
        var module = ModuleDefinition.CreateModule("Tiny", ModuleKind.Dll);
        var declaring = new TypeReference(space, type, module, module.TypeSystem.CoreLibrary);
        RuleBook.Common.Of(new MethodReference(member, module.TypeSystem.Void, declaring)).Kind.ShouldBe(RuleKind.Refused);
    }

    private static IEnumerable<MethodDefinition> Members() =>
        Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll").Order(StringComparer.Ordinal)
            .Select(Read).OfType<ModuleDefinition>()
            .SelectMany(module => module.Types).Where(type => type.IsPublic).SelectMany(type => type.NestedTypes.Where(nested => nested.IsNestedPublic).Prepend(type))
            .SelectMany(type => type.Methods).Where(method => method.IsPublic || method.IsFamily);

    private static ModuleDefinition? Read(string path)
    {
        try
        {
            return ModuleDefinition.ReadModule(path);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}

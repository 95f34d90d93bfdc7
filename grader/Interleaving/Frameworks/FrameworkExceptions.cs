using System.Collections.Frozen;

namespace Interleaving.Frameworks;

/// <summary>What the exceptions of test frameworks and assertion libraries mean, for an engine that refers to none of them.</summary>
internal static class FrameworkExceptions
{
    /// <summary>xunit v3 knows a skip by how its message starts, whatever the type of the exception.</summary>
    private const string XunitSkip = "$XunitDynamicSkip$";

    private static readonly FrozenDictionary<string, EndingKind> Endings = new Dictionary<string, EndingKind>
    {
        ["NUnit.Framework.SuccessException"] = EndingKind.Passed,
        ["NUnit.Framework.IgnoreException"] = EndingKind.Skipped,
        ["NUnit.Framework.InconclusiveException"] = EndingKind.Inconclusive,
        ["Xunit.SkipException"] = EndingKind.Skipped,
        ["Microsoft.VisualStudio.TestTools.UnitTesting.AssertInconclusiveException"] = EndingKind.Inconclusive,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Of exceptions whose message needs no type in front of it.</summary>
    private static readonly FrozenSet<string> Spoken = FrozenSet.Create(
        StringComparer.Ordinal,
        "NUnit.Framework",
        "Shouldly",
        "Xunit.Sdk",
        "Microsoft.VisualStudio.TestTools.UnitTesting",
        "FluentAssertions.Execution",
        "AwesomeAssertions.Execution");

    /// <summary>What a test says of itself by this exception; null when it fails by it.</summary>
    public static Ending? Ending(Exception exception)
    {
        if (exception.Message.StartsWith(XunitSkip, StringComparison.Ordinal))
            return new Ending(EndingKind.Skipped, exception.Message[XunitSkip.Length..], exception);
        for (var type = exception.GetType(); type is not null; type = type.BaseType)
        {
            if (Endings.TryGetValue(type.FullName ?? "", out var kind))
                return new Ending(kind, exception.Message, exception, exception.StackTrace);
        }

        return null;
    }

    /// <summary>Whether the message is a whole sentence, made by an assertion.</summary>
    public static bool IsAssertion(Exception exception) =>
        exception is NotLinearizableException || Spoken.Contains(exception.GetType().Namespace ?? "");
}

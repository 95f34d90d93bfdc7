namespace Judge.Suites;

/// <summary>
/// NUnit keeps no exception in its result, only "Namespace.Type : what it says". Here the type is taken out of that again, and of what it
/// says nothing is read.
/// </summary>
internal static class ExceptionText
{
    public static bool Is<T>(string message)
        where T : Exception => message.StartsWith(typeof(T).FullName!, StringComparison.Ordinal);

    /// <summary>Whether it is a failed assertion of Shouldly's, which NUnit takes for any exception.</summary>
    public static bool IsShouldlys(string message) => message.StartsWith("Shouldly.", StringComparison.Ordinal);

    /// <summary>Without the arguments of the type, by which a submission could spell any number.</summary>
    public static string TypeOf(string message) => message.Split(" : ")[0].Split('`', '[', '\n')[0];
}

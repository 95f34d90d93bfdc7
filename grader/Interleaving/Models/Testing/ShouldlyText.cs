namespace Interleaving.Models.Testing;

/// <summary>Shouldly's own kind of failure, for an engine that does not refer to Shouldly.</summary>
internal static class ShouldlyText
{
    public static Exception Failure(string what, Exception? thrown, string? customMessage)
    {
        var text = "The task " + what;
        if (thrown is not null)
            text += $" {thrown.GetType().FullName}: {thrown.Message}";
        if (customMessage is not null)
            text += "\n\nAdditional Info:\n    " + customMessage;
        return Type.GetType("Shouldly.ShouldAssertException, Shouldly") is { } type
            ? (Exception)Activator.CreateInstance(type, text)!
            : new InvalidOperationException(text);
    }
}

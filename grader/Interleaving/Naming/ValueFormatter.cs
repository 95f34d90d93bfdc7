namespace Interleaving.Naming;

/// <summary>How much a failure tells of the values that the program met: all of it.</summary>
internal class ValueFormatter
{
    public static ValueFormatter Full { get; } = new();

    /// <summary>What one execution, or one exception, of a test may tell.</summary>
    /// <param name="discreet">Whether the test is hidden.</param>
    public static ValueFormatter Of(bool discreet) => discreet ? new RedactingFormatter() : Full;

    /// <summary>Whether operations go by the names that the program gives them.</summary>
    public virtual bool Names => true;

    /// <summary>A value in a table.</summary>
    public virtual string Value(object? value) => Values.Show(value);

    /// <summary>How many steps a line of the table stands for, to be read before what they are.</summary>
    public virtual string Count(int steps) => FormattableString.Invariant($"{steps} ");

    /// <summary>What a type is called.</summary>
    public virtual string TypeName(Type type) => Values.PlainName(type);

    /// <summary>What an exception says, to be read behind its type or behind a sentence.</summary>
    public virtual string Says(Exception exception) => ": " + Excerpt.Of(exception.Message);

    /// <summary>The story and the message as their reader gets them.</summary>
    /// <param name="story">What happened; null where that is not worth telling.</param>
    /// <param name="message">What failed.</param>
    public virtual (Story? Story, string Message) Tidy(Story? story, string message) => (story, message);

    /// <summary>The uses of simulated cores as their reader gets them.</summary>
    public virtual IReadOnlyList<CoreUse> Tidy(IReadOnlyList<CoreUse> uses) => uses;
}

using System.Text;

namespace Grader.Profiling;

/// <summary>A method as the runtime names it: <c>Namespace.Outer`1+Inner[System.Int32].Method(int32)</c>.</summary>
/// <param name="Type">With its namespace and the types around it, without type arguments.</param>
/// <param name="Name">As in the metadata.</param>
internal sealed record TracedMethod(string Type, string Name)
{
    /// <summary>The types from the outermost inward, without the namespace.</summary>
    public IReadOnlyList<string> Types => Type[(Dot(Type.Split('+')[0]) + 1)..].Split('+');

    /// <summary>Null for what has no name: code of the system, or of a method that was not told.</summary>
    public static TracedMethod? Parse(string name)
    {
        var text = WithoutArguments(name);
        var dot = Dot(text);

        // A constructor's name begins with a dot itself.
        if (dot > 0 && text[dot - 1] == '.')
            dot--;
        return dot > 0 && dot < text.Length - 1 ? new TracedMethod(text[..dot], text[(dot + 1)..]) : null;
    }

    private static string WithoutArguments(string name)
    {
        var text = new StringBuilder(name.Length);
        var depth = 0;
        foreach (var c in name)
        {
            if (c == '(')
                break;
            depth += c switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0 && c != ']')
                text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>The last dot that is in no angle brackets: a name that the compiler makes up may have others in them. -1 when there is none.</summary>
    private static int Dot(string text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] switch { '>' => 1, '<' => -1, _ => 0 };
            if (depth == 0 && text[i] == '.')
                return i;
        }

        return -1;
    }
}

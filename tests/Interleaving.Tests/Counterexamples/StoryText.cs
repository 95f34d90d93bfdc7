using System.Globalization;
using System.Text;

namespace Interleaving.Tests.Counterexamples;

/// <summary>A story with everything that is in it, a line for each step, to be approved.</summary>
internal static class StoryText
{
    public static string Of(Story story)
    {
        var text = new StringBuilder("lanes: ").AppendJoin(" | ", story.Lanes).Append('\n');
        foreach (var step in story.Steps)
        {
            var at = step.At == TimeSpan.Zero ? "" : string.Create(CultureInfo.InvariantCulture, $" at {step.At.TotalSeconds} s");
            var marks = $"{(step.Switched ? " switched" : "")}{(step.Fails ? " fails" : "")}";
            text.Append(CultureInfo.InvariantCulture, $"{step.Lane} {step.Kind} {step.File ?? "-"}:{step.Line}{at}{marks}: {step.Text}\n");
        }

        return text.ToString();
    }
}

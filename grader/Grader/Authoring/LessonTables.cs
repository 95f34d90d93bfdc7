using Grader.Configuration;

namespace Grader.Authoring;

/// <summary>The tables of all katas in the students' README, drawn from grading.json.</summary>
internal static class LessonTables
{
    /// <summary>The page that has them, from the repository's root.</summary>
    public const string Page = "katas/README.md";

    private const string Head = "| kata | what you learn | in Python's asyncio | in C# |\n|---|---|---|---|\n";

    /// <summary>The page with the tables of these katas; the page as it is, when it has no place for them.</summary>
    public static string Redrawn(string page, IReadOnlyList<Kata> katas) => DrawnPart.Redrawn(page, "katas", Markdown(katas));

    private static string Markdown(IReadOnlyList<Kata> katas) => string.Concat(
        from kata in katas
        where kata.Lesson is not null
        let lesson = kata.Lesson!
        orderby lesson.Place ?? int.MaxValue
        group Row(kata.Id, lesson) by lesson.Level into level
        orderby level.Key
        select $"\n### {Title(level.Key)}\n\n{Head}{string.Concat(level)}") + "\n";

    private static string Row(string id, Lesson lesson) => $"| [{id}]({id}/README.md) | {lesson.Learn} | {lesson.Asyncio} | {lesson.Csharp} |\n";

    private static string Title(Level level) => level switch
    {
        Level.FirstWeek => "First week",
        Level.SecondWeek => "Second week",
        Level.ThirdWeek => "Third week",
        Level.Last => "Last",
    };
}

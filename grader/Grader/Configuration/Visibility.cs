namespace Grader.Configuration;

/// <summary>When a front end that can hide a criterion shows it to students.</summary>
internal enum Visibility
{
    /// <summary>Always.</summary>
    Visible,

    /// <summary>Never.</summary>
    Hidden,

    /// <summary>Once the time to hand in has passed.</summary>
    AfterDueDate,

    /// <summary>Once the instructor publishes the grades.</summary>
    AfterPublished,
}

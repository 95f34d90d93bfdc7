namespace Interleaving.Models.Testing;

/// <summary>The same assertions, written as extension methods.</summary>
[Models("Shouldly.ShouldThrowAsyncExtensions", Passes = ["*"])]
[Models("Shouldly.ShouldNotThrowTaskAsyncExtensions", Passes = ["*"])]
internal static class ShouldThrowExtensionsModel
{
    public static Task<TException> ShouldThrowAsync<TException>(Task task, string? customMessage)
        where TException : Exception =>
        ShouldModel.ThrowAsync<TException>(task, customMessage);

    public static Task<Exception> ShouldThrowAsync(Task task, Type exceptionType, string? customMessage) =>
        ShouldModel.ThrowAsync(task, exceptionType, customMessage);

    public static Task<TException> ShouldThrowAsync<TException>(Func<Task> actual, string? customMessage)
        where TException : Exception =>
        ShouldModel.ThrowAsync<TException>(actual, customMessage);

    public static Task<Exception> ShouldThrowAsync(Func<Task> actual, Type exceptionType, string? customMessage) =>
        ShouldModel.ThrowAsync(actual, exceptionType, customMessage);

    public static Task ShouldNotThrowAsync(Task task, string? customMessage) => ShouldModel.NotThrowAsync(task, customMessage);

    public static Task ShouldNotThrowAsync(Func<Task> actual, string? customMessage) =>
        ShouldModel.NotThrowAsync(actual, customMessage);
}

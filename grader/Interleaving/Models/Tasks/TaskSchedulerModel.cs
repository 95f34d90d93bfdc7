namespace Interleaving.Models.Tasks;

/// <summary>The default scheduler is under control wherever it is used; the program may name it.</summary>
[Models(typeof(TaskScheduler), Passes = ["get_Default", "get_Current", "get_Id"])]
internal static class TaskSchedulerModel;

using System.Threading.Channels;

namespace Interleaving.Models.Channels;

/// <summary>A channel and its two ends are what made them: a controlled one under control.</summary>
[Models(typeof(Channel<>), Passes = ["*"])]
[Models(typeof(Channel<,>), Passes = ["*"])]
[Models(typeof(ChannelReader<>), Passes = ["*"])]
[Models(typeof(ChannelWriter<>), Passes = ["*"])]
internal static class ChannelInterfacesModel;

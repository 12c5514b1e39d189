using Azure.Core;
using Azure.Core.Pipeline;

namespace Notifier.Adapters.AzureRest;

/// <summary>
/// Stands where Azure.Core would retry on its own, any method and up to three times. Only <see cref="RestCalls"/>
/// repeats, so that a refusal after a repeated write is known to be one.
/// </summary>
internal sealed class SingleAttempt : HttpPipelinePolicy
{
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessNext(message, pipeline);

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessNextAsync(message, pipeline);
}

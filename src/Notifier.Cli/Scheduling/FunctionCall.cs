using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Notifier.Cli.Scheduling;

/// <summary>How a function is called: an instance of its own class from the services, in a scope of its own.</summary>
public sealed class FunctionCall
{
    private readonly MethodInfo method;
    private readonly Func<FunctionCause, CancellationToken, object?>[] arguments;
    private readonly ObjectFactory? instance;

    /// <exception cref="InvalidOperationException">It has a parameter this home cannot fill, or is not asynchronous.</exception>
    public FunctionCall(string name, MethodInfo method)
    {
        Name = name;
        this.method = method;
        arguments = [.. method.GetParameters().Select(Argument)];
        instance = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);
        if (!typeof(Task).IsAssignableFrom(method.ReturnType))
        {
            throw new InvalidOperationException($"{name} must return a Task.");
        }
    }

    public string Name { get; }

    public async Task InvokeAsync(IServiceProvider services, FunctionCause cause, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var target = instance?.Invoke(scope.ServiceProvider, null);
        object?[] values = [.. arguments.Select(argument => argument(cause, cancellationToken))];
        await (Task)method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, values, null)!;
    }

    private Func<FunctionCause, CancellationToken, object?> Argument(ParameterInfo parameter) => parameter switch
    {
        { ParameterType: var type } when type == typeof(CancellationToken) => (_, cancellationToken) => cancellationToken,
        { ParameterType: var type } when type == typeof(byte[]) => (cause, _) => cause.Message!.Body.ToArray(),
        { ParameterType: var type } when type == typeof(TimerInfo) => (cause, _) => cause.Timer,
        { Name: "messageId", ParameterType: var type } when type == typeof(string) => (cause, _) => cause.Message!.MessageId,
        { Name: "deliveryCount", ParameterType: var type } when type == typeof(int) => (cause, _) => cause.Message!.DeliveryCount,
        _ => throw new InvalidOperationException($"{Name} has a parameter this home cannot fill: {parameter}."),
    };
}

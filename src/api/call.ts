import { ApiError } from './error'
import type { Input, Output, Reference } from './reference'
import { newRequestId } from './requestId'
import { send } from './transport'

export interface CallOptions {
  /** The same for every attempt at one thing; a new one by default. */
  requestId?: string
}

/**
 * Calls a procedure in the cloud.
 * @throws ApiError with the reply's code, or NETWORK_UNREACHABLE, or FUNCTION_TIMED_OUT after 15 s
 */
export async function call<R extends Reference>(
  reference: R,
  input: Input<R>,
  { requestId = newRequestId() }: CallOptions = {},
): Promise<Output<R>> {
  const { room, procedure } = reference
  const reply = await send({ room, procedure, input, requestId })
  if (!reply.ok) throw new ApiError(reply.error)
  // The server checks nothing that it sends; the contract's type is its promise.
  return reply.data as Output<R>
}

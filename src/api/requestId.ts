import { ulid } from 'ulid'

/**
 * A new id for one intention of the person. WeChat's JavaScript has no `crypto`, and the id has to be unique, not
 * secret: the server keeps receipts apart by caller.
 */
export function newRequestId(): string {
  return ulid(Date.now(), Math.random)
}

// The edtf package ships no types; this declares the small part of it that we call.
declare module 'edtf' {
  export interface EdtfObject {
    readonly type: 'Date' | 'Interval' | 'Season' | 'Year' | 'Decade' | 'Century' | 'Set' | 'List'
    readonly edtf: string
    /** Milliseconds since 1970 UTC; null where the limit is unknown, ±Infinity where it is open. */
    readonly min: number | null
    readonly max: number | null
    readonly precision?: number
    readonly values?: unknown[]
    readonly lower?: EdtfObject | number | null
    readonly upper?: EdtfObject | number | null
    readonly uncertain?: { readonly value: number }
    readonly approximate?: { readonly value: number }
    readonly unspecified?: { readonly value: number }
  }
  export interface EdtfOptions { readonly types?: readonly string[]; readonly level?: number }
  export default function edtf(text: string, options?: EdtfOptions): EdtfObject
  /** The classes of the kinds of date. */
  type Kind = { readonly name: string }
  export const Century: Kind
  export const Date: Kind
  export const Decade: Kind
  export const Interval: Kind
  export const Season: Kind
  export const Year: Kind
}

/** pdf.js has no types for its worker half; only that it is there matters, since it is handed over whole. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}

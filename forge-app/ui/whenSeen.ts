/** Calls back when somebody comes back to a page that was out of sight. Returns how to stop. */
export function whenSeen(listener: () => void): () => void {
  const seen = (): void => {
    if (document.visibilityState === 'visible') listener();
  };
  document.addEventListener('visibilitychange', seen);
  return () => document.removeEventListener('visibilitychange', seen);
}

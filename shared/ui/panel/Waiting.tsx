/** Before the first answer: where things will be, without saying anything yet. */
export function Waiting() {
  return (
    <div className="baton-waiting" role="status" aria-label="Baton is loading">
      <span className="baton-bone" data-size="lozenge" />
      <span className="baton-bone" data-size="headline" />
      <span className="baton-bone" data-size="line" />
      <span className="baton-bone" data-size="card" />
      <span className="baton-bone" data-size="line" />
      <span className="baton-bone" data-size="bar" />
    </div>
  );
}

import { Desk } from './desk';

export default function Page() {
  return (
    <>
      <h1>A Next host, app router</h1>
      <Desk />
    </>
  );
}

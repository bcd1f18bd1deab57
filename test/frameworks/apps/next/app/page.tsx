export default function Page() {
  return <p>A bot</p>;
}

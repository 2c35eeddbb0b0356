# An SMSC made of Debian's libnet-smpp-perl: one client, prints each submit_sm with its text as Perl's Encode reads it.
# perl smsc.pl PORT
use strict; use warnings; use Net::SMPP; use Encode; $| = 1; binmode(STDOUT, ':utf8');
my $listener = Net::SMPP->new_listen('127.0.0.1', port => $ARGV[0], interface_version => 0x34) or die "listen: $!";
print "listening $ARGV[0]\n";
my $client = $listener->accept or die "accept: $!";
my $taken = 0;
while (my $pdu = $client->read_pdu()) {
  if ($pdu->{cmd} == Net::SMPP::CMD_bind_transceiver) {
    my $good = $pdu->{system_id} eq 'belfry' && $pdu->{password} eq 'rehearse';
    $client->bind_transceiver_resp(seq => $pdu->{seq}, status => $good ? 0 : 0x0e, system_id => 'PERL');
  } elsif ($pdu->{cmd} == Net::SMPP::CMD_submit_sm) {
    $client->submit_sm_resp(seq => $pdu->{seq}, status => 0, message_id => sprintf('%08x', ++$taken));
    my ($content, $header) = ($pdu->{short_message}, '');
    if ($pdu->{esm_class} & 0x40) { my $length = 1 + ord($content); $header = unpack('H*', substr($content, 0, $length)); $content = substr($content, $length); }
    my $text = decode($pdu->{data_coding} == 8 ? 'UTF-16BE' : 'gsm0338', $content);
    print join("\t", $pdu->{destination_addr}, $pdu->{source_addr}, $pdu->{data_coding}, $header, $text), "\n";
  } elsif ($pdu->{cmd} == Net::SMPP::CMD_enquire_link) { $client->enquire_link_resp(seq => $pdu->{seq}, status => 0);
  } elsif ($pdu->{cmd} == Net::SMPP::CMD_unbind) { $client->unbind_resp(seq => $pdu->{seq}, status => 0); last; }
}

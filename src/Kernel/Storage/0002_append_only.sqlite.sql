create trigger chain_entry_no_update before update on chain_entry begin select raise(abort, 'chain_entry is append only'); end;
create trigger chain_entry_no_delete before delete on chain_entry begin select raise(abort, 'chain_entry is append only'); end;
create trigger chain_head_no_update before update on chain_head begin select raise(abort, 'chain_head is append only'); end;
create trigger chain_head_no_delete before delete on chain_head begin select raise(abort, 'chain_head is append only'); end;
